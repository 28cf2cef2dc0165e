// Loaded into the processes of the program before their own code (node --require): the one clock that everything
// asks is moved by a fixed time. A hearing is held on a working day, whenever the tests are run.
const { Clock } = require(process.env.CLOCK_MODULE);

const offset = Number(process.env.CLOCK_OFFSET_MS);
Clock.prototype.now = () => new Date(Date.now() + offset);
