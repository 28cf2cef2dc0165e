import { useTranslation } from 'react-i18next';
import { ApiProblem, NetworkProblem, NotSavedProblem } from '../api/problem';
import { Failure } from './states';

/** The sentence for a failure: the server's own, or that it could not be reached. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  const sentence = (error: unknown): string => {
    if (error instanceof NotSavedProblem) return error.cause ? sentence(error.cause) : t('ui.save.failed');
    if (error instanceof ApiProblem) return error.detail;
    if (error instanceof NetworkProblem) return t('ui.network-problem');
    reportError(error);
    return t('ui.unexpected-problem');
  };
  return sentence;
}

interface FailedQuery {
  error: unknown;
  refetch: () => unknown;
}

export function QueryProblem({ query, title }: { query: FailedQuery; title?: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const isFinal = query.error instanceof ApiProblem && query.error.status < 500;
  return (
    <Failure
      title={title ?? t('ui.not-loaded')}
      detail={sentence(query.error)}
      {...(isFinal ? {} : { onRetry: () => void query.refetch() })}
    />
  );
}
