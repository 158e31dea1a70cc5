package dev.prospector.spring.web;

/**
 * Takes webhooks of another Prospector, which were verified: genuine, fresh and not seen by this
 * process before. Safe for several threads.
 */
@FunctionalInterface
public interface WebhookReceiver {

  /**
   * Takes a message. If this throws, the sender is told to send it again.
   *
   * @param id names the message, over all attempts to deliver it and all processes that receive:
   *     keep it with what it changes, and pass over what is there already
   * @param body the message as it was signed, JSON in UTF-8
   */
  void receive(String id, byte[] body);
}
