import { useParams } from 'react-router';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { Entrance } from './entrance';
import { useHearing } from './hearing-api';
import { useLocalMedia } from './local-media';

/** The check alone, for the days before: nobody is told, nothing is entered. */
export function DeviceCheckPage() {
  const { hearingId = '' } = useParams();
  const hearing = useHearing(hearingId);
  const media = useLocalMedia();
  if (hearing.isPending) return <Loading />;
  if (hearing.isError) return <QueryProblem query={hearing} />;
  return <Entrance hearing={hearing.data} media={media} />;
}
