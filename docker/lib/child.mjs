// Loaded into each process that start.mjs and dev.mjs start (node --import). When the starter is gone, even killed
// without warning, the process ends too: no orphan keeps the port or goes on working on the database.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
  });
  // The channel must not keep a process alive that has finished its work.
  process.channel.unref();
}
