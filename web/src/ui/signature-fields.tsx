import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './form';
import { TextInput, Tick } from './inputs';
import { SignaturePad } from './signature-pad';
import styles from './signature-fields.module.css';
import { upload } from './tus';

export interface Signature {
  name: string;
  fileId?: string;
  agreed: boolean;
}

interface SignatureState {
  name: string;
  setName: (name: string) => void;
  isAgreed: boolean;
  setAgreed: (isAgreed: boolean) => void;
  setImage: (image: Blob | null) => void;
  /** Uploads the drawing, once, and gives what is to be sent. */
  take: () => Promise<Signature>;
}

export function useSignature(firstName: string): SignatureState {
  const [name, setName] = useState(firstName);
  const [isAgreed, setAgreed] = useState(false);
  const image = useRef<{ blob: Blob; fileId?: string } | null>(null);
  return {
    name,
    setName,
    isAgreed,
    setAgreed,
    setImage: (blob) => {
      image.current = blob ? { blob } : null;
    },
    take: async () => {
      const drawn = image.current;
      if (drawn && !drawn.fileId) {
        drawn.fileId = (await upload(new File([drawn.blob], 'signature.png', { type: 'image/png' }))).id;
      }
      return { name: name.trim(), agreed: isAgreed, ...(drawn?.fileId ? { fileId: drawn.fileId } : {}) };
    },
  };
}

/** Name, drawing if one likes, and the promise. The typed name signs; the drawing is added to it. */
export function SignatureFields({
  signature,
  promise,
  date,
  nameHint,
  children,
}: {
  signature: SignatureState;
  promise: string;
  date: string;
  /** Whose name it has to be, where it cannot be any. */
  nameHint?: string;
  /** What a name asks for besides, below it. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        pointer="/signature/name"
        label={t('ui.signature.name')}
        hint={nameHint ?? t('ui.signature.name.hint')}
      >
        <TextInput
          value={signature.name}
          onChange={signature.setName}
          maxLength={60}
          autoComplete="name"
          size={20}
        />
      </Field>
      {children}
      <div className="stack-s">
        <p>
          <strong>{t('ui.signature.draw')}</strong> <span className="quiet">{t('ui.field.optional')}</span>
        </p>
        <SignaturePad onChange={signature.setImage} />
      </div>
      <Tick
        pointer="/signature/agreed"
        checked={signature.isAgreed}
        onChange={signature.setAgreed}
        isRequired
        missing={t('ui.signature.must-agree')}
      >
        {promise}
      </Tick>
      <p className={styles['date']}>{date}</p>
    </>
  );
}
