import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module';
import { Public } from '../src/platform/auth/decorators';
import { DeclaredAccess } from '../src/platform/auth/declared-access';
import { startApp, withSettings, type TestApp } from './support/app';

@Controller('forgotten')
class ForgottenController {
  @Get()
  open(): string {
    return 'open to everybody by mistake';
  }
}

@Controller('said')
class SaidController {
  @Public()
  @Get()
  open(): string {
    return 'open to everybody on purpose';
  }
}

@Module({ imports: [AppModule], controllers: [ForgottenController] })
class ForgetfulModule {}

@Module({ imports: [AppModule], controllers: [SaidController] })
class CarefulModule {}

describe('every route declares who may use it', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ hasWorker: false });
  });
  afterAll(() => app?.close());

  const start = (module: typeof CarefulModule): Promise<void> =>
    withSettings(
      { DATABASE_URL: app.database.url, STORAGE_PATH: app.storage, LOG_LEVEL: 'silent' },
      async () => {
        const nest = await NestFactory.createApplicationContext(module, {
          abortOnError: false,
          logger: false,
        });
        await nest.close();
      },
    );

  it('all of them do', () => {
    const routes = app.get(DeclaredAccess).routes();
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ access }) => !access)).toEqual([]);
  });

  it('the open ones are these, and each new one is a decision', () => {
    const open = app
      .get(DeclaredAccess)
      .routes()
      .filter(({ access }) => access?.kind === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual([
      'AgendaController.feed',
      'CalculatorsController.calculate',
      'DocumentsController.file',
      'DocumentsController.verification',
      'DocumentsController.verify',
      'FiguresController.tables',
      'HealthController.health',
      'IdentityController.demoInbox',
      'IdentityController.demoStaff',
      'IdentityController.requestCode',
      'IdentityController.session',
      'IdentityController.signInParty',
      'IdentityController.signInStaff',
      'IdentityController.signOut',
      'MetricsController.metrics',
      'OutagesController.list',
      'ReferenceController.commissions',
      'StatutesController.list',
      'StatutesController.whole',
      'TribunalsController.arbitrators',
    ]);
  });

  it('a route that says nothing stops the start', async () => {
    await expect(start(ForgetfulModule)).rejects.toThrow('ForgottenController.open');
  });

  it('a route that says so is let in', async () => {
    await expect(start(CarefulModule)).resolves.toBeUndefined();
  });
});
