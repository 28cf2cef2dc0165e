import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionReader, SessionStore } from '../../platform/auth/session-reader';
import { ReferenceModule } from '../reference';
import { SocketAuth } from '../../platform/realtime/socket-auth';
import { IdentityController } from './identity.controller';
import { OneTimeCode } from './one-time-code.entity';
import { PartySignIn } from './party-sign-in.service';
import { Session } from './session.entity';
import { Sessions } from './sessions.service';
import { StaffSignInFailure } from './staff-sign-in-failure.entity';
import { StaffSignIn } from './staff-sign-in.service';
import { UserAccount } from './user-account.entity';
import { Users } from './users.service';

/** Global because every route and every socket asks it who is there. */
@Global()
@Module({
  imports: [
    ReferenceModule,
    TypeOrmModule.forFeature([UserAccount, Session, OneTimeCode, StaffSignInFailure]),
  ],
  controllers: [IdentityController],
  providers: [
    Sessions,
    { provide: SessionStore, useExisting: Sessions },
    SessionReader,
    SocketAuth,
    PartySignIn,
    StaffSignIn,
    Users,
  ],
  exports: [SessionReader, Sessions, SocketAuth, Users],
})
export class IdentityModule {}
