import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileSize } from './format';
import { useSentence } from './query-problem';
import { upload, UploadMemory, type StoredFile } from './tus';
import styles from './uploader.module.css';

/** What the server takes; told here first so that nobody waits for a refusal. */
const ACCEPTED = [
  'pdf',
  'jpg',
  'jpeg',
  'png',
  'webp',
  'heic',
  'heif',
  'wav',
  'amr',
  'mp3',
  'm4a',
  'mp4',
  'm4v',
  'mov',
  'docx',
  'xlsx',
];
const MAX_BYTES = 200 * 1024 * 1024;

interface Transfer {
  id: number;
  file: File;
  progress: number;
  problem: string | null;
  /** Refused for what it is, rather than lost on the way. */
  isFinal: boolean;
  abort: AbortController;
}

/**
 * Sends files as soon as they are chosen, several at once, and goes on where it stopped: after a lost connection by
 * itself, after a reload when the same file is chosen again.
 */
export function Uploader({
  scope,
  onUploaded,
  label,
  accept = ACCEPTED,
}: {
  /** The draft or answer the files are for. */
  scope: string;
  onUploaded: (file: StoredFile) => void;
  label: string;
  accept?: readonly string[];
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const memory = useMemo(() => new UploadMemory(scope), [scope]);
  const [interrupted, setInterrupted] = useState(() => memory.list());
  const [transfers, setTransfers] = useState<Transfer[]>([]);
  const [isOver, setOver] = useState(false);
  const counter = useRef(0);

  const change = (transferId: number, changes: Partial<Transfer>): void =>
    setTransfers((all) => all.map((each) => (each.id === transferId ? { ...each, ...changes } : each)));
  const remove = (transferId: number): void =>
    setTransfers((all) => all.filter((each) => each.id !== transferId));

  const refusal = (file: File): string | null => {
    const ending = file.name.includes('.') ? file.name.split('.').pop()!.toLowerCase() : '';
    if (!accept.includes(ending)) return t('ui.upload.type', { name: file.name });
    if (file.size > MAX_BYTES)
      return t('ui.upload.too-large', { name: file.name, size: fileSize(file.size) });
    if (file.size === 0) return t('ui.upload.empty', { name: file.name });
    return null;
  };

  const run = async (transfer: Transfer): Promise<void> => {
    try {
      const stored = await upload(transfer.file, {
        memory,
        signal: transfer.abort.signal,
        onProgress: (progress) => change(transfer.id, { progress }),
      });
      remove(transfer.id);
      onUploaded(stored);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      change(transfer.id, { problem: sentence(error), isFinal: 'status' in (error as object) });
    } finally {
      setInterrupted(memory.list());
    }
  };

  const add = (files: Iterable<File>): void => {
    for (const file of files) {
      const problem = refusal(file);
      const transfer: Transfer = {
        id: ++counter.current,
        file,
        progress: 0,
        problem,
        isFinal: problem !== null,
        abort: new AbortController(),
      };
      setTransfers((all) => [...all, transfer]);
      if (problem === null) void run(transfer);
    }
  };

  const underWay = new Set(transfers.map((each) => each.file.name));
  const waiting = interrupted.filter((each) => !underWay.has(each.name));

  return (
    <div className={styles['uploader']}>
      <div
        className={isOver ? styles['dropOver'] : styles['drop']}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          className={styles['input']}
          accept={accept.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = ''; // the same file may be chosen again after a failure
          }}
        />
        <label htmlFor={id} className={styles['button']}>
          <svg
            viewBox="0 0 24 24"
            width="22"
            height="22"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d="M12 16V5M7 9.500 12 4.500l5 5M5 19.500h14" />
          </svg>
          {label}
        </label>
        <p className={styles['hint']}>{t('ui.upload.hint')}</p>
      </div>
      {waiting.length > 0 && (
        <ul className={styles['list']}>
          {waiting.map((each) => (
            <li key={each.url} className={styles['item']}>
              <span>{t('ui.upload.interrupted', { name: each.name })}</span>
              <button
                type="button"
                className={styles['link']}
                onClick={() => {
                  memory.forget(each.url);
                  setInterrupted(memory.list());
                }}
              >
                {t('ui.upload.give-up')}
                <span className="visually-hidden">{each.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {transfers.length > 0 && (
        <ul className={styles['list']}>
          {transfers.map((each) => (
            <li key={each.id} className={each.problem ? styles['failed'] : styles['item']}>
              <div className={styles['line']}>
                <span className={styles['name']}>{each.file.name}</span>
                <span className="quiet small">{fileSize(each.file.size)}</span>
              </div>
              {each.problem === null ? (
                <div className={styles['line']}>
                  <progress
                    max={1}
                    value={each.progress}
                    aria-label={t('ui.upload.progress', { name: each.file.name })}
                  />
                  <span className="small">{Math.floor(each.progress * 100)}%</span>
                </div>
              ) : (
                <p role="alert">{each.problem}</p>
              )}
              <div className={styles['line']}>
                {each.problem !== null && !each.isFinal && (
                  <button
                    type="button"
                    className={styles['link']}
                    onClick={() => {
                      change(each.id, { problem: null });
                      void run(each);
                    }}
                  >
                    {t('ui.upload.resume')}
                    <span className="visually-hidden">{each.file.name}</span>
                  </button>
                )}
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => {
                    each.abort.abort();
                    remove(each.id);
                    input.current?.focus();
                  }}
                >
                  {each.problem === null ? t('ui.upload.stop') : t('ui.upload.dismiss')}
                  <span className="visually-hidden">{each.file.name}</span>
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
