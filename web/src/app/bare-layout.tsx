import { Outlet } from 'react-router';
import { Providers } from './providers';
import { SkipLink } from './skip-link';
import { partyTheme } from './theme';

/** For pages that bring their own header and `<main id="main">`: the hearing room. */
export function BareLayout() {
  return (
    <Providers theme={partyTheme}>
      <SkipLink />
      <Outlet />
    </Providers>
  );
}
