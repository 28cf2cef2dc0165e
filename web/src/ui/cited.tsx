import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../api/client';
import styles from './cited.module.css';
import { useLawText, type Article } from './law';
import { QueryProblem } from './query-problem';
import { Loading } from './states';

/** Statutes do not change while a page is open. */
const FOR_EVER = { staleTime: Infinity, gcTime: Infinity };

export function useStatutes() {
  return useQuery({ queryKey: ['statutes'], queryFn: () => body(api.GET('/api/statutes')), ...FOR_EVER });
}

export function useStatute(instrument: string) {
  return useQuery({
    queryKey: ['statutes', instrument],
    queryFn: () => body(api.GET('/api/statutes/{instrument}', { params: { path: { instrument } } })),
    ...FOR_EVER,
  });
}

/** A reference that opens the words of the article; plain text where the words are not carried here. */
export function ArticleLink({ article }: { article: Article }) {
  const { cite } = useLawText();
  return <Opener instrument={article.law} article={article.article} text={cite(article)} />;
}

const CITATION =
  /(《[^》]+》)(?:（[^）]*）)?第([一二三四五六七八九十百零]+)条(?:第[一二三四五六七八九十]+款)?(?:第（[一二三四五六七八九十]+）项)?/g;

/** A sentence of the server in which each citation opens the words of its article. */
export function CitedText({ text }: { text: string }) {
  const statutes = useStatutes();
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(CITATION)) {
    const found = statutes.data?.find(({ name }) => name === match[1]);
    const number = arabic(match[2]!);
    if (!found) continue;
    parts.push(<Fragment key={`before-${match.index}`}>{text.slice(end, match.index)}</Fragment>);
    parts.push(
      <Opener key={match.index} instrument={found.instrument} article={String(number)} text={match[0]} />,
    );
    end = match.index + match[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

/** What the server named as basis, each with its words. */
export function Basis({ basis }: { basis: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {basis.map((text, index) => (
        <Fragment key={text}>
          {index > 0 && t('ui.list-comma')}
          <CitedText text={text} />
        </Fragment>
      ))}
    </>
  );
}

const DIGITS = '零一二三四五六七八九';

/** 一百零七 → 107. */
export function arabic(numeral: string): number {
  let value = 0;
  let digit = 0;
  for (const sign of numeral) {
    if (sign === '百') {
      value += digit * 100;
      digit = 0;
    } else if (sign === '十') {
      value += (digit || 1) * 10;
      digit = 0;
    } else digit = DIGITS.indexOf(sign);
  }
  return value + digit;
}

function Opener({ instrument, article, text }: { instrument: string; article: string; text: string }) {
  const { t } = useTranslation();
  const statutes = useStatutes();
  const [isOpen, setOpen] = useState(false);
  const statute = statutes.data?.find((each) => each.instrument === instrument);
  if (!statute || article === '' || Number(article) > statute.articleCount) return <>{text}</>;
  return (
    <>
      <button
        type="button"
        className={styles['cited']}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        title={t('statutes.open')}
      >
        {text}
      </button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        width={640}
        title={text}
      >
        <ArticleWords instrument={instrument} article={article} />
      </Modal>
    </>
  );
}

function ArticleWords({ instrument, article }: { instrument: string; article: string }) {
  const { t } = useTranslation();
  const statute = useStatute(instrument);
  if (statute.isPending) return <Loading />;
  if (statute.isError) return <QueryProblem query={statute} />;
  const { title, enacted, articles, source } = statute.data;
  const words = articles.find((each) => each.number === article);
  return (
    <div className="stack-s">
      <div className={styles['words']} lang="zh-CN">
        {words?.text.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <p className="quiet small" lang="zh-CN">
        {title}（{enacted.at(-1)}）
      </p>
      <p className="quiet small">{t('statutes.source', { source })}</p>
      <p>
        <Link to={`/statutes/${instrument}#article-${article}`} target="_blank">
          {t('statutes.whole')}
        </Link>
      </p>
    </div>
  );
}
