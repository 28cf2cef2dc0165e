import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemField } from '../api/problem';
import { Basis } from './cited';
import styles from './form.module.css';

export interface FormProblem {
  /** JSON pointer of the field; '' for the whole form. */
  pointer: string;
  message: string;
  basis?: readonly string[];
}

export function formProblems(
  fields: readonly (Pick<ProblemField, 'pointer' | 'detail'> & Partial<ProblemField>)[],
): FormProblem[] {
  return fields.map(({ pointer, detail, basis }) => ({ pointer, message: detail, basis: basis ?? [] }));
}

const ProblemsContext = createContext<readonly FormProblem[]>([]);

interface FormProps {
  /** What the server found. */
  problems?: readonly FormProblem[];
  /** What it found while the form is being filled in: said beside the field only, and the focus stays where it is. */
  notes?: readonly FormProblem[];
  /** Called when nothing on the page itself is wrong. */
  onSubmit: () => void;
  children: ReactNode;
  id?: string;
}

/**
 * A form that says everything that is wrong at once: a summary on top that takes the focus and leads to the fields,
 * and one sentence beside each. Fields are named by the JSON pointer of what they hold, so that what the page
 * finds and what the server finds are shown alike. What is typed wrongly is said as soon as the field is left; what is
 * still missing only when the form is sent.
 */
export function Form({ problems = [], notes = [], onSubmit, children, id }: FormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<readonly FormProblem[]>([]);
  const [noticed, setNoticed] = useState<readonly FormProblem[]>([]);
  const afterPointer = useAfterPointer();
  const all = useMemo(() => [...own, ...(own.length > 0 ? [] : problems)], [own, problems]);
  const shown = useMemo(() => {
    const said = new Set(all.map(({ pointer }) => pointer));
    return [...all, ...[...noticed, ...notes].filter(({ pointer }) => !said.has(pointer))];
  }, [all, noticed, notes]);

  // The summary takes the focus when it says something new, not when a problem has gone.
  const known = useRef(new Set<string>());
  useEffect(() => {
    const keys = all.map((problem) => `${problem.pointer} ${problem.message}`);
    if (keys.some((key) => !known.current.has(key))) summary.current?.focus();
    known.current = new Set(keys);
  }, [all]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation(); // a form inside a dialog inside a form
    const found = findProblems(form.current!, t);
    known.current = new Set(); // sent again with the same problems: said again
    setOwn(found);
    setNoticed([]);
    if (found.length === 0) onSubmit();
  };

  /** What was wrong with a field is not said of what is typed instead. */
  const forget = (event: FormEvent): void => {
    const { name } = event.target as HTMLInputElement;
    const isOfAnother = ({ pointer }: FormProblem): boolean => pointer !== name;
    if (!own.every(isOfAnother)) setOwn(own.filter(isOfAnother));
    if (!noticed.every(isOfAnother)) setNoticed(noticed.filter(isOfAnother));
  };

  const notice = ({ target }: FocusEvent): void => {
    const field = target as HTMLElement;
    if (!isChecked(field)) return;
    afterPointer(() => {
      if (!field.isConnected || !field.willValidate || field.validity.valid) return;
      if (field.validity.valueMissing) return;
      const problem = { pointer: field.name, message: messageOf(field, t) };
      setNoticed((old) => [...old.filter(({ pointer }) => pointer !== field.name), problem]);
    });
  };

  return (
    <ProblemsContext.Provider value={shown}>
      <form
        ref={form}
        noValidate
        onSubmit={submit}
        onChange={forget}
        onBlur={notice}
        className={styles['form']}
        {...(id ? { id } : {})}
      >
        {all.length > 0 && <ProblemList problems={all} form={form} box={summary} />}
        {children}
      </form>
    </ProblemsContext.Provider>
  );
}

/**
 * Runs something once no button of the mouse is held: a sentence that appears between pressing and letting go moves
 * what is being clicked from under the pointer.
 */
function useAfterPointer(): (run: () => void) => void {
  const isDown = useRef(false);
  useEffect(() => {
    const down = (): void => void (isDown.current = true);
    const up = (): void => void (isDown.current = false);
    const events = [
      ['pointerdown', down],
      ['pointerup', up],
      ['pointercancel', up],
    ] as const;
    for (const [name, listener] of events) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of events) window.removeEventListener(name, listener, true);
    };
  }, []);
  return useCallback((run) => {
    if (isDown.current) window.addEventListener('pointerup', () => setTimeout(run), { once: true });
    else setTimeout(run);
  }, []);
}

type Checked = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isChecked = (element: Element): element is Checked => 'validity' in element && 'name' in element;

function findProblems(form: HTMLFormElement, t: (key: string) => string): FormProblem[] {
  const found = new Map<string, FormProblem>();
  for (const element of form.elements) {
    if (!isChecked(element)) continue;
    if (!element.willValidate || element.validity.valid || found.has(element.name)) continue;
    found.set(element.name, { pointer: element.name, message: messageOf(element, t) });
  }
  return [...found.values()];
}

function messageOf(field: Checked, t: (key: string) => string): string {
  const { validity } = field;
  if (validity.customError) return field.validationMessage;
  if (validity.valueMissing) return field.dataset['missing'] ?? t('ui.field.required');
  if (validity.badInput) return t('ui.field.incomplete');
  if (validity.rangeOverflow) return field.dataset['over'] ?? t('ui.field.too-big');
  if (validity.rangeUnderflow) return field.dataset['under'] ?? t('ui.field.too-small');
  if (validity.tooLong) return t('ui.field.too-long');
  return field.dataset['mismatch'] ?? t('ui.field.format');
}

/** Every problem in one place, each leading to its field. */
function ProblemList({
  problems,
  form,
  box,
}: {
  problems: readonly FormProblem[];
  form: RefObject<HTMLFormElement | null>;
  box: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation();
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1} aria-labelledby="problem-summary">
      <h2 id="problem-summary">{t('ui.problems.title', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.pointer + problem.message}>
            <a
              href={`#${fieldId(problem.pointer)}`}
              onClick={(event) => {
                event.preventDefault();
                if (form.current) fieldAt(form.current, problem.pointer)?.focus();
              }}
            >
              {form.current ? labelOf(form.current, problem.pointer, t('ui.colon')) : ''}
              {problem.message}
            </a>
            {problem.basis && problem.basis.length > 0 && (
              <span className={styles['basis']}>
                <Basis basis={problem.basis} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** “身份证件：”, to tell two fields with the same problem apart. */
function labelOf(form: HTMLFormElement, pointer: string, colon: string): string {
  const box = form.querySelector(`#${CSS.escape(fieldId(pointer))}`);
  const label = box?.matches('fieldset')
    ? box.querySelector('legend')
    : form.querySelector(`label[for="${CSS.escape(fieldId(pointer))}"]`);
  const text = label?.firstChild?.textContent?.trim();
  return text ? text.replace(/[？?]$/, '') + colon : '';
}

/** The field that holds the pointer, or the nearest one around it. */
function fieldAt(form: HTMLFormElement, pointer: string): HTMLElement | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const box = form.querySelector<HTMLElement>(`#${CSS.escape(fieldId(at))}`);
    if (box) return box.matches('fieldset') ? box.querySelector<HTMLElement>('input, button, select') : box;
  }
  return form.querySelector<HTMLElement>('input, select, textarea');
}

export function fieldId(pointer: string): string {
  return `field${pointer.replace(/[^A-Za-z0-9]/g, '-')}`;
}

export interface FieldAttributes {
  id: string;
  name: string;
  required: boolean;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

const FieldContext = createContext<FieldAttributes | null>(null);

/** What an input takes from the field around it. */
export function useField(): FieldAttributes {
  const field = useContext(FieldContext);
  if (!field) throw new Error('an input stands in a <Field>');
  return field;
}

export function useFieldProblems(pointer: string): readonly FormProblem[] {
  return useContext(ProblemsContext).filter((problem) => problem.pointer === pointer);
}

interface FieldProps {
  pointer: string;
  label: ReactNode;
  hint?: ReactNode;
  isOptional?: boolean;
  /** Radio buttons and check boxes: one question, several controls. */
  isGroup?: boolean;
  children: ReactNode;
}

export function Field({ pointer, label, hint, isOptional = false, isGroup = false, children }: FieldProps) {
  const { t } = useTranslation();
  const problems = useFieldProblems(pointer);
  const id = fieldId(pointer);
  const describedBy = [hint ? `${id}-hint` : '', problems.length > 0 ? `${id}-problem` : '']
    .filter(Boolean)
    .join(' ');
  const attributes: FieldAttributes = {
    id,
    name: pointer,
    required: !isOptional,
    ...(problems.length > 0 ? { 'aria-invalid': true as const } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  };
  const labelText = (
    <>
      {label}
      {isOptional && <span className={styles['optional']}>{t('ui.field.optional')}</span>}
    </>
  );
  const around = (
    <>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {problems.length > 0 && (
        <p id={`${id}-problem`} className={styles['problem']}>
          <span aria-hidden="true">⚠ </span>
          {problems.map((problem) => problem.message).join(t('ui.list-comma'))}
        </p>
      )}
    </>
  );
  return (
    <FieldContext.Provider value={attributes}>
      {isGroup ? (
        <fieldset
          id={id}
          className={problems.length > 0 ? styles['wrong'] : styles['field']}
          {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        >
          <legend>{labelText}</legend>
          {around}
          {children}
        </fieldset>
      ) : (
        <div className={problems.length > 0 ? styles['wrong'] : styles['field']}>
          <label htmlFor={id}>{labelText}</label>
          {around}
          {children}
        </div>
      )}
    </FieldContext.Provider>
  );
}
