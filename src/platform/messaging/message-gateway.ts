export interface TextMessage {
  id: string;
  /** E.164, e.g. +8613800138000. */
  to: string;
  /** Without the sender's name: each way of sending says that in its own manner. */
  text: string;
}

/** Leaves the house: a text message to a phone. */
export abstract class MessageGateway {
  /**
   * @param isRepeat It was tried before, and what became of that is not known: it is sent only if it has not been taken.
   * @throws Error when the message was not taken, or nothing was heard of it; the job tries again.
   */
  abstract send(message: TextMessage, isRepeat: boolean): Promise<void>;
}
