import { Lifecycle } from '../../kernel/lifecycle';

/**
 * pending: waits to be sent. sent: on its way. served: took effect; only that it reached the wrong hands undoes it.
 * failed: an attempt came back; another may be made. withdrawn: the paper is good for nothing any more.
 */
export type ServiceState = 'pending' | 'sent' | 'served' | 'failed' | 'withdrawn';

/** 电子送达 to the party's account, 邮寄送达 by the arbitration courier (劳动人事仲裁专递), 直接送达. */
export const SERVICE_CHANNELS = ['platform', 'mail', 'in-person'] as const;
export type ServiceChannel = (typeof SERVICE_CHANNELS)[number];

export interface ServiceFacts {
  /** To the account of a party that is in the case. */
  'serve-online': { hasJoined: boolean; consentsToElectronic: boolean };
  post: Record<string, never>;
  /** A return slip or a signed 送达回证 is there. */
  prove: Record<string, never>;
  fail: Record<string, never>;
  /** Through the account of somebody whose seat was taken back: it waits to be served on the party itself. */
  'set-aside': { channel: ServiceChannel | null };
  /** The paper has become void before it was served. */
  withdraw: Record<string, never>;
}

export type ServiceEffect = {
  publish: 'service.sent' | 'service.received' | 'service.failed' | 'service.set-aside' | 'service.withdrawn';
};

const CIVIL = '《中华人民共和国民事诉讼法》';
const RULES = '《劳动人事争议仲裁办案规则》';

export const serviceLifecycle = new Lifecycle<ServiceState, ServiceFacts, ServiceEffect>(
  'service',
  'pending',
  ['withdrawn'],
  [
    {
      on: 'serve-online',
      // Of several channels the earliest that works counts (在线诉讼规则 31): a letter under way does not stop it.
      from: ['pending', 'sent', 'failed'],
      to: 'served',
      guards: [(facts) => (facts.hasJoined && facts.consentsToElectronic ? null : 'service.needs-consent')],
      effects: [{ publish: 'service.sent' }],
      basis: [`${RULES}第二十条`, `${CIVIL}第九十条`],
    },
    {
      on: 'post',
      from: ['pending', 'failed'],
      to: 'sent',
      effects: [{ publish: 'service.sent' }],
      basis: [`${RULES}第二十条`, `${CIVIL}第九十一条`],
    },
    {
      on: 'prove',
      from: ['pending', 'sent', 'failed'],
      to: 'served',
      effects: [{ publish: 'service.received' }],
      basis: [`${RULES}第二十条`, `${CIVIL}第八十七条`, `${CIVIL}第八十八条`, `${CIVIL}第九十一条`],
    },
    {
      on: 'fail',
      from: ['pending', 'sent', 'failed'],
      to: 'failed',
      effects: [{ publish: 'service.failed' }],
      basis: [`${RULES}第二十条`],
    },
    {
      on: 'set-aside',
      from: ['served'],
      to: 'pending',
      // What the post or a clerk handed over has its own proof, whoever sat in front of the account.
      guards: [(facts) => (facts.channel === 'platform' ? null : 'service.proved-otherwise')],
      effects: [{ publish: 'service.set-aside' }],
      basis: [`${RULES}第二十条`, `${CIVIL}第九十条`],
    },
    {
      on: 'withdraw',
      from: ['pending', 'sent', 'failed'],
      to: 'withdrawn',
      effects: [{ publish: 'service.withdrawn' }],
      basis: [`${RULES}第二十条`],
    },
  ],
);
