package dev.uncanned.archive;

import java.time.Instant;

/**
 * What the place of a mail says of it: its folder, its labels, its container.
 *
 * @param draft whether it was written and not sent
 * @param sent whether it lies where its owner's sent mail does
 * @param received when it came in; null if its container does not say
 */
record MailStanding(boolean draft, boolean sent, Instant received) {}
