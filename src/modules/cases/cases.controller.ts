import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { Can, CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { FileTickets, Paper, PaperDto, Papers, TicketDto } from '../documents';
import { Timeline, TimelineEntryDto } from '../timeline';
import { AnswerDto, JoinDto, JoinedDto, SaveAnswerDto, SubmitAnswerDto } from './answers.dto';
import { Answers } from './answers.service';
import { CaseAccess } from './case-access';
import { CaseRef } from './case-ref';
import { casePolicy } from './case.policy';
import { CaseDto, CasePageDto, DocumentNumberDto, ListCasesDto } from './cases.dto';
import { CaseQueries } from './cases.queries';
import { AcceptDto, DecidedDto, ReferDto, RefuseDto, RequestCorrectionDto } from './intake.dto';
import { IntakeNoteDto } from './intake-notes.dto';
import { IntakeNotes } from './intake-notes.service';
import { Intake } from './intake.service';
import { DocumentNumbers } from './document-numbers.service';
import { Joining } from './joining.service';
import { ReleaseSeatDto, SendCodeDto } from './seats.dto';
import { Seats } from './seats.service';

@Controller()
export class CasesController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly intake: Intake,
    private readonly intakeNotes: IntakeNotes,
    private readonly joining: Joining,
    private readonly seats: Seats,
    private readonly documentNumbers: DocumentNumbers,
    private readonly answers: Answers,
    private readonly timeline: Timeline,
    private readonly papers: Papers,
    private readonly tickets: FileTickets,
    private readonly caseRef: CaseRef,
    private readonly caseAccess: CaseAccess,
  ) {}

  @SignedIn()
  @Get('cases')
  async list(@CurrentActor() actor: SignedInActor, @Query() query: ListCasesDto): Promise<CasePageDto> {
    return this.queries.list(actor, query);
  }

  @Can(casePolicy, 'case.read', CaseRef)
  @Get('cases/:caseId')
  async open(@CurrentActor() actor: SignedInActor, @Param('caseId') caseId: string): Promise<CaseDto> {
    return this.queries.open(actor, caseId);
  }

  @Can(casePolicy, 'case.read', CaseRef)
  @Get('cases/:caseId/timeline')
  async story(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<TimelineEntryDto[]> {
    const [isOfHouse, names] = await Promise.all([this.isOfHouse(actor, caseId), this.partyNames(caseId)]);
    return this.timeline.ofCase(caseId, isOfHouse ? ['parties', 'commission'] : ['parties'], names);
  }

  @Can(casePolicy, 'case.read', CaseRef)
  @Get('cases/:caseId/papers')
  async listPapers(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<PaperDto[]> {
    const [papers, names] = await Promise.all([this.readablePapers(actor, caseId), this.partyNames(caseId)]);
    return papers.map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      title: paper.title,
      addressees: paper.addressees.flatMap((id) => names.get(id) ?? []),
      caseNumber: paper.caseNumber,
      state: paper.state,
      isLate: this.papers.isLate(paper),
      issuedAt: paper.issuedAt,
      sha256: paper.sha256,
      verificationCode: paper.verificationCode,
      voidSince: paper.voidSince,
    }));
  }

  @Can(casePolicy, 'case.read', CaseRef)
  @Post('cases/:caseId/papers/:paperId/tickets')
  async paperTicket(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Param('paperId') paperId: string,
  ): Promise<TicketDto> {
    const paper = (await this.readablePapers(actor, caseId)).find((each) => each.id === paperId);
    if (!paper?.fileId) throw notFound();
    await this.papers.noteReading(actor, paper.id);
    return this.tickets.mint(actor, paper.fileId);
  }

  /** The sheet of an oral application as it was signed or fingerprinted on paper. */
  @Can(casePolicy, 'oral-application.read', CaseRef)
  @Post('cases/:caseId/oral-application/tickets')
  async oralApplicationTicket(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<TicketDto> {
    const sheetFileId = (await this.queries.lastOralApplication(caseId))?.sheetFileId;
    if (!sheetFileId) throw notFound();
    return this.tickets.mint(actor, sheetFileId);
  }

  @Can(casePolicy, 'paper.draw', CaseRef)
  @Post('cases/:caseId/papers/:paperId/drawing')
  @HttpCode(204)
  async drawPaper(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Param('paperId') paperId: string,
  ): Promise<void> {
    await this.papers.drawNow(actor, caseId, paperId);
  }

  /** No mere reading: that somebody looked is recorded. */
  @Can(casePolicy, 'party.read-number', CaseRef)
  @Post('cases/:caseId/parties/:partyId/document-number')
  @HttpCode(200)
  async showNumber(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Param('partyId') partyId: string,
  ): Promise<DocumentNumberDto> {
    return this.documentNumbers.show(actor, caseId, partyId);
  }

  /** What the law says of the application, for who decides on it. */
  @Can(casePolicy, 'case.accept', CaseRef)
  @Get('cases/:caseId/intake-notes')
  async readIntakeNotes(@Param('caseId') caseId: string): Promise<IntakeNoteDto[]> {
    return this.intakeNotes.ofCase(caseId);
  }

  @Can(casePolicy, 'case.accept', CaseRef)
  @Post('cases/:caseId/acceptance')
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: AcceptDto,
  ): Promise<DecidedDto> {
    return this.intake.accept(actor, caseId, body);
  }

  @Can(casePolicy, 'case.refuse', CaseRef)
  @Post('cases/:caseId/refusal')
  @HttpCode(200)
  async refuse(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: RefuseDto,
  ): Promise<DecidedDto> {
    return this.intake.refuse(actor, caseId, body);
  }

  @Can(casePolicy, 'case.refer', CaseRef)
  @Post('cases/:caseId/referral')
  @HttpCode(200)
  async refer(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: ReferDto,
  ): Promise<DecidedDto> {
    return this.intake.refer(actor, caseId, body);
  }

  @Can(casePolicy, 'case.request-correction', CaseRef)
  @Post('cases/:caseId/correction-request')
  @HttpCode(200)
  async requestCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: RequestCorrectionDto,
  ): Promise<DecidedDto> {
    return this.intake.requestCorrection(actor, caseId, body);
  }

  /** The code by text message, to a number the clerk has checked with the company. */
  @Can(casePolicy, 'party.send-code', CaseRef)
  @Post('cases/:caseId/parties/:partyId/code-messages')
  @HttpCode(204)
  async sendCode(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Param('partyId') partyId: string,
    @Body() body: SendCodeDto,
  ): Promise<void> {
    await this.seats.sendCode(actor, caseId, partyId, body);
  }

  /** Takes a respondent's seat back from who should not have it. */
  @Can(casePolicy, 'party.release-seat', CaseRef)
  @Post('cases/:caseId/parties/:partyId/seat-release')
  @HttpCode(204)
  async releaseSeat(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Param('partyId') partyId: string,
    @Body() body: ReleaseSeatDto,
  ): Promise<void> {
    await this.seats.release(actor, caseId, partyId, body);
  }

  @SignedIn('party')
  @Post('joinings')
  @HttpCode(200)
  async join(@CurrentActor() actor: PartyActor, @Body() body: JoinDto): Promise<JoinedDto> {
    return this.joining.join(actor, body);
  }

  @Can(casePolicy, 'answer.read', CaseRef)
  @Get('cases/:caseId/answers')
  async listAnswers(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<AnswerDto[]> {
    return this.answers.ofCase(caseId, actor.userId, await this.isOfHouse(actor, caseId));
  }

  @Can(casePolicy, 'answer.write', CaseRef)
  @Put('cases/:caseId/answer')
  async saveAnswer(
    @CurrentActor() actor: PartyActor,
    @Param('caseId') caseId: string,
    @Body() body: SaveAnswerDto,
  ): Promise<AnswerDto> {
    return this.answers.save(actor, caseId, body.version, body.data);
  }

  @Can(casePolicy, 'answer.write', CaseRef)
  @Post('cases/:caseId/answer/submission')
  @HttpCode(200)
  async submitAnswer(
    @CurrentActor() actor: PartyActor,
    @Param('caseId') caseId: string,
    @Body() body: SubmitAnswerDto,
  ): Promise<AnswerDto> {
    return this.answers.submit(actor, caseId, body);
  }

  /**
   * Parties read the main volume (Rules 22, 23): what everybody in the case may read, and what is addressed to them.
   * A notice to respond carries the code to a seat, so it is nobody else's.
   */
  private async readablePapers(actor: SignedInActor, caseId: string): Promise<Paper[]> {
    if (await this.isOfHouse(actor, caseId)) return this.papers.ofCase(caseId, ['main', 'sub']);
    const [papers, own] = await Promise.all([
      this.papers.ofCase(caseId, ['main']),
      this.queries.partiesOf(caseId, actor.userId),
    ]);
    return papers.filter(
      (paper) => SHARED.has(paper.kind) || paper.addressees.some((id) => own.includes(id)),
    );
  }

  private async partyNames(caseId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.caseAccess.parties(caseId)).map(({ id, name }) => [id, name]));
  }

  private async isOfHouse(actor: SignedInActor, caseId: string): Promise<boolean> {
    const relations = await this.caseRef.relationsTo(actor, caseId);
    return relations !== null && HOUSE.some((each) => relations.has(each));
  }
}

const HOUSE = ['home-staff', 'arbitrator', 'recorder'] as const;
const SHARED = new Set([
  'application',
  // The respondent is told of an application made orally (Law 28(3)).
  'oral-application-record',
  'answer',
  'hearing-record',
  // Requests of one side concern the other (Rules 22).
  'withdrawal-request',
  'suspension-request',
  'resumption-request',
  'postponement-request',
  'evidence-extension-request',
  'outage-extension-request',
  'termination-request',
  'award-correction-request',
  'private-hearing-request',
  'jurisdiction-objection-request',
  'recusal-request',
  'claims-change-request',
  'claims-waiver-request',
]);
