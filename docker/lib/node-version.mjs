// Imported first by every script here: on a Node.js that is too old, one plain sentence instead of a syntax error
// somewhere further down. Written so that old versions can read it.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `This program needs Node.js 20.19 or newer; this is ${process.versions.node}.\n` +
      `本程序需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node}。\n` +
      '  → install the current LTS version of Node.js, then run this command again',
  );
  process.exit(1);
}
