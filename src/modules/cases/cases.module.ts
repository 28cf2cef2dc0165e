import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlinesModule } from '../deadlines';
import { DocumentsModule } from '../documents';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { TimelineModule } from '../timeline';
import { Answers } from './answers.service';
import { ApplicationDraft } from './application-draft.entity';
import { CalculatorsController } from './calculators.controller';
import { CaseAccess } from './case-access';
import { CaseChannel } from './case-channel.gateway';
import { CaseAnswer } from './case-answer.entity';
import { CaseClaim } from './case-claim.entity';
import { CaseMember } from './case-member.entity';
import { CasePapers } from './case-papers';
import { CaseParty } from './case-party.entity';
import { CaseRef } from './case-ref';
import { CaseTransitions } from './case-transitions';
import { CasesController } from './cases.controller';
import { CaseQueries } from './cases.queries';
import { DraftRef } from './draft-ref';
import { DraftsController } from './drafts.controller';
import { Drafts } from './drafts.service';
import { Filing } from './filing.service';
import { CaseCorrection, IntakeDecision } from './intake.entities';
import { FormerClaim } from './former-claim.entity';
import { IntakeNotes } from './intake-notes.service';
import { Intake } from './intake.service';
import { Claims } from './claims.service';
import { DocumentNumbers } from './document-numbers.service';
import { Joining } from './joining.service';
import { JoinCodes } from './join-code';
import { LabourCase } from './labour-case.entity';
import { OralApplication } from './oral-application.entity';
import { JoinCodeSending, SeatRelease } from './seat.entities';
import { Seats } from './seats.service';
import { Transfers } from './transfers.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ApplicationDraft,
      LabourCase,
      CaseParty,
      CaseMember,
      CaseClaim,
      CaseCorrection,
      IntakeDecision,
      CaseAnswer,
      FormerClaim,
      JoinCodeSending,
      SeatRelease,
      OralApplication,
    ]),
    IdentityModule,
    ReferenceModule,
    TimelineModule,
    DocumentsModule,
    DeadlinesModule,
  ],
  controllers: [DraftsController, CasesController, CalculatorsController],
  providers: [
    Drafts,
    DraftRef,
    Filing,
    Intake,
    IntakeNotes,
    DocumentNumbers,
    Joining,
    Seats,
    JoinCodes,
    Answers,
    Claims,
    Transfers,
    CaseQueries,
    CaseTransitions,
    CaseRef,
    CaseAccess,
    CasePapers,
    CaseChannel,
  ],
  exports: [CaseRef, CaseAccess, CaseTransitions, CasePapers, CaseQueries, Claims, Transfers],
})
export class CasesModule {}
