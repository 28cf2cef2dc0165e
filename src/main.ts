import 'reflect-metadata';
import { AppModule } from './app.module';
import { readEnv } from './config/env';
import { createApplication } from './platform/http/application';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApplication(AppModule);
  await app.listen(env.port, env.host);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
