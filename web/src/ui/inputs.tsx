import { useEffect, useRef, useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, useField, useFieldProblems } from './form';
import { longDateWithWeekday, parseYuan, yuanText } from './format';
import styles from './inputs.module.css';

interface TextInputProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'password';
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: string;
  maxLength?: number;
  /** How wide what is typed will be, in characters; the whole line when absent. */
  size?: number;
  /** Says what is wrong with a value that is there, or null. Checked when the field is left and when the form is sent. */
  check?: (value: string) => string | null;
  spellCheck?: boolean;
  placeholder?: string;
}

export function TextInput({ value, onChange, size, check, ...rest }: TextInputProps) {
  const field = useField();
  const input = useRef<HTMLInputElement>(null);
  const wrong = value !== '' && check ? check(value) : null;
  useEffect(() => input.current?.setCustomValidity(wrong ?? ''), [wrong]);
  return (
    <input
      {...field}
      {...rest}
      ref={input}
      className={styles['input']}
      {...(size ? { style: { maxWidth: `calc(${size}ch + 36px)` } } : {})}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function TextArea({
  value,
  onChange,
  rows = 5,
  maxLength,
}: {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
}) {
  const field = useField();
  const { t } = useTranslation();
  const left = maxLength === undefined ? null : maxLength - value.length;
  return (
    <>
      <textarea
        {...field}
        className={styles['area']}
        rows={rows}
        {...(maxLength ? { maxLength } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {left !== null && left < maxLength! / 5 && (
        <p className="small quiet">{t('ui.field.characters-left', { left })}</p>
      )}
    </>
  );
}

/** Yuan as people type it, fen inside. */
export function MoneyInput({
  value,
  onChange,
  isPositive = false,
  maxExclusive,
}: {
  value: number | null;
  onChange: (fen: number | null) => void;
  isPositive?: boolean;
  /** Fen the amount must stay under. */
  maxExclusive?: number;
}) {
  const field = useField();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => (value === null ? '' : yuanText(value)));
  const typed = text.trim() === '' ? null : parseYuan(text);

  // A value set from outside (what was computed, say) replaces the text; what is being typed stays as typed.
  useEffect(() => {
    setText((old) =>
      parseYuan(old) === value && (value !== null || old.trim() === '')
        ? old
        : value === null
          ? old
          : yuanText(value),
    );
  }, [value]);

  const wrong =
    text.trim() === ''
      ? ''
      : typed === null
        ? t('ui.money.format')
        : isPositive && typed === 0
          ? t('ui.money.positive')
          : maxExclusive !== undefined && typed >= maxExclusive
            ? t('ui.money.less-than', { amount: yuanText(maxExclusive) })
            : '';
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);

  return (
    <span className={styles['money']}>
      <span className={styles['yen']} aria-hidden="true">
        ¥
      </span>
      <input
        {...field}
        ref={input}
        className={styles['input']}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(parseYuan(event.target.value));
        }}
        onBlur={() => {
          if (typed !== null) setText(yuanText(typed));
        }}
      />
      <span className={styles['unit']} aria-hidden="true">
        {t('ui.money.unit')}
      </span>
    </span>
  );
}

function parseQuantity(text: string, decimals: number): number | null {
  const pattern = decimals === 0 ? /^\d{1,7}$/ : new RegExp(`^\\d{1,7}(\\.\\d{0,${decimals}})?$`);
  return pattern.test(text.trim()) ? Number(text) : null;
}

export function NumberInput({
  value,
  onChange,
  max,
  decimals = 0,
  unit,
}: {
  value: number | null;
  onChange: (value: number | null) => void;
  max: number;
  decimals?: number;
  unit?: string;
}) {
  const field = useField();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => (value === null ? '' : String(value)));
  const typed = parseQuantity(text, decimals);
  useEffect(() => {
    if (value !== null) setText((old) => (parseQuantity(old, decimals) === value ? old : String(value)));
  }, [value, decimals]);
  const wrong =
    text.trim() === ''
      ? ''
      : typed === null
        ? t('ui.number.format', { decimals })
        : typed > max
          ? t('ui.number.max', { max })
          : '';
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);
  return (
    <span className={styles['money']}>
      <input
        {...field}
        ref={input}
        className={styles['input']}
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(parseQuantity(event.target.value, decimals));
        }}
      />
      {unit && (
        <span className={styles['unit']} aria-hidden="true">
          {unit}
        </span>
      )}
    </span>
  );
}

/** The telephone's own calendar is the one people know; below it the day in words, to catch a slip of the finger. */
export function DateInput({
  value,
  onChange,
  min = '1900-01-01',
  max,
  overText,
  underText,
  autoComplete,
}: {
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  overText?: string;
  underText?: string;
  autoComplete?: string;
}) {
  const field = useField();
  return (
    <>
      <input
        {...field}
        type="date"
        className={styles['input']}
        style={{ maxWidth: '15em' }}
        min={min}
        {...(max ? { max } : {})}
        {...(overText ? { 'data-over': overText } : {})}
        {...(underText ? { 'data-under': underText } : {})}
        {...(autoComplete ? { autoComplete } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {/^\d{4}-\d\d-\d\d$/.test(value) && value >= min && (
        <p className="small quiet">{longDateWithWeekday(value)}</p>
      )}
    </>
  );
}

export interface Option<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
}

/** One of several: each a large row to tap. Stands in a `<Field isGroup>`. */
export function Choice<T extends string>({
  options,
  value,
  onChange,
  isInline = false,
}: {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isInline?: boolean;
}) {
  const field = useField();
  const { t } = useTranslation();
  return (
    <div className={isInline ? styles['choicesInline'] : styles['choices']}>
      {options.map((option) => (
        <label key={option.value} className={styles['choice']}>
          <input
            type="radio"
            name={field.name}
            value={option.value}
            required={field.required}
            data-missing={t('ui.field.choose')}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className={styles['choiceLabel']}>{option.label}</span>
            {option.hint && <span className={styles['choiceHint']}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** Yes or no; nothing is chosen beforehand. */
export function YesNo({ value, onChange }: { value: boolean | null; onChange: (value: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Choice
      isInline
      options={[
        { value: 'yes', label: t('ui.yes') },
        { value: 'no', label: t('ui.no') },
      ]}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  );
}

export function Tick({
  pointer,
  checked,
  onChange,
  isRequired = false,
  missing,
  children,
}: {
  pointer: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  isRequired?: boolean;
  missing?: string;
  children: ReactNode;
}) {
  const isWrong = useFieldProblems(pointer).length > 0;
  return (
    <label className={isWrong ? styles['choiceWrong'] : styles['choice']}>
      <input
        type="checkbox"
        id={fieldId(pointer)}
        {...(isWrong ? { 'aria-invalid': true } : {})}
        name={pointer}
        checked={checked}
        required={isRequired}
        {...(missing ? { 'data-missing': missing } : {})}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles['choiceLabel']}>{children}</span>
    </label>
  );
}

export function Select<T extends string>({
  options,
  value,
  onChange,
  placeholder,
}: {
  options: readonly { value: T; label: string }[];
  value: T | '';
  onChange: (value: T) => void;
  placeholder?: string;
}) {
  const field = useField();
  return (
    <select
      {...field}
      className={styles['select']}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {placeholder !== undefined && (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
