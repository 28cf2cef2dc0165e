import { randomBytes } from 'node:crypto';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENV, type Env } from '../../config/env';
import { isSignedIn, type Actor, type PartyActor, type SignedInActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { CurrentActor, Public, SignedIn } from '../../platform/auth/decorators';
import { SESSION_COOKIE, SessionReader, VISITOR_COOKIE } from '../../platform/auth/session-reader';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DemoInbox } from '../../platform/messaging/demo-inbox';
import { Reference } from '../reference';
import {
  DemoMessageDto,
  DemoStaffDto,
  ProfileDto,
  RequestCodeDto,
  SessionDto,
  SignedInUserDto,
  SignInPartyDto,
  SignInStaffDto,
} from './identity.dto';
import { PartySignIn } from './party-sign-in.service';
import { maskPhone, normalisePhone } from './phone-number';
import { Sessions } from './sessions.service';
import { StaffSignIn } from './staff-sign-in.service';
import { Users } from './users.service';

@Controller()
export class IdentityController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly partySignIn: PartySignIn,
    private readonly staffSignIn: StaffSignIn,
    private readonly sessions: Sessions,
    private readonly reader: SessionReader,
    private readonly users: Users,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly inbox: DemoInbox,
    private readonly reference: Reference,
  ) {}

  /** Who is signed in, and the token that writes must carry. Gives visitors a cookie to bind that token to. */
  @Public()
  @Get('session')
  async session(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    let cookie = isSignedIn(actor) ? request.cookies[SESSION_COOKIE] : request.cookies[VISITOR_COOKIE];
    if (!isSignedIn(actor) && request.cookies[SESSION_COOKIE]) this.clearCookie(reply, SESSION_COOKIE);
    if (!cookie) {
      cookie = randomBytes(18).toString('base64url');
      this.setCookie(reply, VISITOR_COOKIE, cookie);
    }
    return this.describe(isSignedIn(actor) ? actor : null, cookie);
  }

  /** Sends a one-time code. Answers alike for known and unknown numbers. */
  @Public()
  @Post('auth/codes')
  @HttpCode(204)
  async requestCode(@Body() body: RequestCodeDto, @Req() request: FastifyRequest): Promise<void> {
    await this.partySignIn.requestCode(body.phone, request.ip);
  }

  @Public()
  @Post('auth/sessions/party')
  async signInParty(
    @Body() body: SignInPartyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.opened(await this.partySignIn.signIn(body.phone, body.code), reply);
  }

  @Public()
  @Post('auth/sessions/staff')
  async signInStaff(
    @Body() body: SignInStaffDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.opened(await this.staffSignIn.signIn(body, request.ip), reply);
  }

  /** Parties say what they are called; names of staff are printed on papers and are kept by the commission. */
  @SignedIn('party')
  @Patch('session/profile')
  @HttpCode(204)
  async rename(@CurrentActor() actor: PartyActor, @Body() body: ProfileDto): Promise<void> {
    await this.uow.run(actor, (tx) => this.users.rename(tx, actor.userId, body.name));
  }

  @Public()
  @Delete('session')
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.sessions.close(token);
    this.clearCookie(reply, SESSION_COOKIE);
  }

  /** Demonstration only: the messages that would have gone to phones. */
  @Public()
  @Get('demo/inbox')
  async demoInbox(@Query('phone') phone?: string): Promise<DemoMessageDto[]> {
    if (!this.env.isDemo) throw notFound();
    return this.inbox.latest(phone ? (normalisePhone(phone) ?? phone) : null);
  }

  /** Demonstration only: the staff accounts and the codes their authenticators show now. */
  @Public()
  @Get('demo/staff')
  async demoStaff(): Promise<DemoStaffDto[]> {
    if (!this.env.isDemo) throw notFound();
    const [staff, names] = await Promise.all([this.users.staff(), this.reference.commissionNames()]);
    return staff.map((user) => ({
      username: user.username!,
      name: user.name,
      roles: user.roles,
      commissionName: names.get(user.commissionId!) ?? '',
      totp: this.staffSignIn.currentCode(user),
    }));
  }

  private async opened(token: string, reply: FastifyReply): Promise<SessionDto> {
    this.setCookie(reply, SESSION_COOKIE, token);
    this.clearCookie(reply, VISITOR_COOKIE);
    return this.describe((await this.reader.actorOfToken(token)) as SignedInActor, token);
  }

  private async describe(actor: SignedInActor | null, cookie: string): Promise<SessionDto> {
    return {
      user: actor ? await this.describeUser(actor) : null,
      csrfToken: this.reader.csrfToken(cookie),
      isDemo: this.env.isDemo,
      now: this.clock.now(),
    };
  }

  private async describeUser(actor: SignedInActor): Promise<SignedInUserDto> {
    const user = await this.users.byId(actor.userId);
    const commissionId = actor.kind === 'staff' ? actor.commissionId : null;
    return {
      id: actor.userId,
      kind: actor.kind,
      name: user?.name ?? actor.name,
      phone: user?.phone ? maskPhone(user.phone) : null,
      roles: actor.kind === 'staff' ? [...actor.roles] : [],
      commissionId,
      commissionName: commissionId
        ? ((await this.reference.commissionNames()).get(commissionId) ?? null)
        : null,
    };
  }

  private setCookie(reply: FastifyReply, name: string, value: string): void {
    void reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.env.publicUrl.startsWith('https:'),
    });
  }

  private clearCookie(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, { path: '/' });
  }
}
