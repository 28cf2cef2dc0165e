export interface TextMessage {
  id: string;
  /** E.164, e.g. +8613800138000. */
  to: string;
  text: string;
}

/** Leaves the house: a text message to a phone. */
export abstract class MessageGateway {
  /** @throws Error when the message was not taken; the job tries again. */
  abstract send(message: TextMessage): Promise<void>;
}
