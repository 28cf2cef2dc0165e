// The staff and the register of the demonstration, without its cases: the browsers bring their own.
require('reflect-metadata');
const { join } = require('node:path');

const built = (file) => require(join(process.cwd(), 'dist/src', file));
const { NestFactory } = require('@nestjs/core');

async function main() {
  const { AppModule } = built('app.module');
  const { loadStaff } = built('demo/staff');
  const { Users } = built('modules/identity');
  const { UnitOfWork } = built('platform/database/unit-of-work');
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error'],
    abortOnError: false,
  });
  await loadStaff(app.get(UnitOfWork, { strict: false }), app.get(Users, { strict: false }));
  await app.close();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
