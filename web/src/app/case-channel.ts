import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io } from 'socket.io-client';

/** Reads a case again when somebody changed it. Without the channel the page stays right, only later. */
export function useCaseChannel(caseId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const socket = io('/case', { withCredentials: true });
    // After every connection anew: the server keeps no watch across one.
    socket.on('connect', () => socket.emit('case:watch', { caseId }));
    const refresh = (): void => void client.invalidateQueries({ queryKey: ['case', caseId] });
    socket.on('case:changed', refresh);
    socket.io.on('reconnect', refresh); // what happened in between was not heard
    return () => void socket.disconnect();
  }, [caseId, client]);
}
