import 'reflect-metadata';
import { AppModule } from './app.module';
import { readEnv } from './config/env';
import { fail } from './fail';
import { createApplication } from './platform/http/application';
import { Uptime } from './platform/observability/uptime';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApplication(AppModule);
  await app.listen(env.port, env.host);
  await app.get(Uptime).start();
}

main().catch(fail);
