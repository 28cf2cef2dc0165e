import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV, readEnv, type Env } from '../config/env';
import { AccessGuard } from './auth/access.guard';
import { DeclaredAccess } from './auth/declared-access';
import { Clock } from './clock';
import { dataSourceOptions } from './database/data-source';
import { Database } from './database/database';
import { FieldEncryption } from './database/field-encryption';
import { UnitOfWork } from './database/unit-of-work';
import { IdempotencyKeys } from './http/idempotency-keys';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { FailedJobs } from './jobs/failed-jobs';
import { JobQueue } from './jobs/job-queue';
import { JobWorker } from './jobs/job-worker';
import { MessagingModule } from './messaging/messaging.module';
import { HealthController } from './observability/health.controller';
import { LoggingModule } from './observability/logging';
import { MetricsController } from './observability/metrics.controller';
import { OutagesController } from './observability/outages.controller';
import { Uptime } from './observability/uptime';
import { PgListener } from './realtime/pg-listener';
import { Subscribers } from './record/subscribers';
import { StorageModule } from './storage/storage.module';

@Global()
@Module({ providers: [{ provide: ENV, useFactory: () => readEnv() }], exports: [ENV] })
class EnvModule {}

/** Everything that is the same for every module. */
@Global()
@Module({
  imports: [
    EnvModule,
    LoggingModule,
    DiscoveryModule,
    TypeOrmModule.forRootAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        ...dataSourceOptions(env.databaseUrl),
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
      dataSourceFactory: async (options) => new Database(options!).initialize(),
    }),
    StorageModule,
    MessagingModule,
  ],
  controllers: [HealthController, MetricsController, OutagesController],
  providers: [
    Clock,
    UnitOfWork,
    JobQueue,
    JobWorker,
    FailedJobs,
    Uptime,
    Subscribers,
    DeclaredAccess,
    PgListener,
    IdempotencyKeys,
    FieldEncryption,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [
    Clock,
    UnitOfWork,
    JobQueue,
    JobWorker,
    FailedJobs,
    Uptime,
    Subscribers,
    PgListener,
    FieldEncryption,
  ],
})
export class PlatformModule {}
