import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io } from 'socket.io-client';

/** Reads a case again when somebody changed it. Without the channel the page stays right, only later. */
export function useCaseChannel(caseId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const socket = io('/case');
    const refresh = (): void => void client.invalidateQueries({ queryKey: ['case', caseId] });
    let isFirst = true;
    socket.on('connect', () => {
      socket.emit('case:watch', { caseId });
      if (!isFirst) refresh(); // what happened in between was not heard
      isFirst = false;
    });
    socket.on('case:changed', refresh);
    // Ended by the server: whoever is signed out, or no longer in the case, is not to go on looking at it.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') refresh();
    });
    return () => void socket.disconnect();
  }, [caseId, client]);
}
