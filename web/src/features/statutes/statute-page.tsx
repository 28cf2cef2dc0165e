import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { useStatute } from '../../ui/cited';
import { articleName } from '../../ui/law';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import styles from './statutes.module.css';

type StatuteArticle = Schemas['StatuteArticleDto'];

/** One statute from its first article to its last, to read and to search. */
export function StatutePage() {
  const { t } = useTranslation();
  const instrument = useParams()['instrument']!;
  const statute = useStatute(instrument);
  if (statute.isPending) return <Loading isPage />;
  if (statute.isError) return <QueryProblem query={statute} />;
  return <Reader key={instrument} statute={statute.data} back={t('statutes.title')} />;
}

function Reader({ statute, back }: { statute: Schemas['StatuteDto']; back: string }) {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const articles = statute.articles.filter((each) => wanted === '' || matches(each, wanted));

  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);

  return (
    <Page
      title={statute.title}
      back={{ to: '/statutes', text: back }}
      lead={
        <span lang="zh-CN">
          {statute.enacted.map((line) => (
            <span key={line} className={styles['enacted']}>
              {line}
            </span>
          ))}
        </span>
      }
    >
      <div className="stack">
        {!statute.isWhole && <Notice tone="warn">{t('statutes.part.text')}</Notice>}
        <div className={styles['search']}>
          <Input.Search
            aria-label={t('statutes.search')}
            placeholder={t('statutes.search')}
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p role="status" className="quiet small">
            {wanted !== '' && t('statutes.found', { count: articles.length })}
          </p>
        </div>
        <div className="sheet" lang="zh-CN">
          {articles.map((each, index) => (
            <ArticleText
              key={each.number}
              article={each}
              before={articles[index - 1]}
              isAimed={hash === `#article-${each.number}`}
            />
          ))}
        </div>
        <p className="quiet small">
          {t('statutes.source', { source: statute.source })}{' '}
          {t('statutes.checked', { on: statute.checkedOn })}
        </p>
      </div>
    </Page>
  );
}

function ArticleText({
  article,
  before,
  isAimed,
}: {
  article: StatuteArticle;
  before: StatuteArticle | undefined;
  isAimed: boolean;
}) {
  return (
    <>
      {article.chapter && article.chapter !== before?.chapter && (
        <h2 className={styles['chapter']}>{article.chapter}</h2>
      )}
      {article.section && article.section !== before?.section && (
        <h3 className={styles['section']}>{article.section}</h3>
      )}
      <div id={`article-${article.number}`} className={isAimed ? styles['aimed'] : styles['article']}>
        {article.text.map((paragraph, index) => (
          <p key={index}>
            {index === 0 && <strong>{articleName(article.number)} </strong>}
            {paragraph}
          </p>
        ))}
      </div>
    </>
  );
}

const matches = ({ number, text }: StatuteArticle, words: string): boolean =>
  articleName(number).includes(words) || text.some((paragraph) => paragraph.includes(words));
