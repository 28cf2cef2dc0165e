// npm run setup: everything that `npm start` needs, without starting it.
import './lib/node-version.mjs';
import { setUp } from './lib/setup.mjs';
import { bold, main, seconds } from './lib/steps.mjs';

await main(async () => {
  const begun = performance.now();
  await setUp();
  console.log(`\n${bold('Ready 就绪')} in ${seconds(begun)}. Start with: npm start`);
});
