import { App } from 'antd';
import { useSentence } from './query-problem';

/**
 * Opens a file through a ticket made just then. The window is opened first, by the tap itself, because a browser
 * stops windows that open later.
 */
export function useOpenFile(): (ticket: () => Promise<{ url: string }>) => void {
  const { message } = App.useApp();
  const sentence = useSentence();
  return (ticket) => {
    const tab = window.open('', '_blank');
    ticket().then(
      ({ url }) => {
        if (tab) {
          tab.opener = null;
          tab.location.replace(url);
        } else window.location.assign(url);
      },
      (error: unknown) => {
        tab?.close();
        void message.error(sentence(error));
      },
    );
  };
}
