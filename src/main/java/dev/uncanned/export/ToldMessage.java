package dev.uncanned.export;

import java.time.LocalDate;

/**
 * What is told of a delivery out of all that may be withheld; the columns are those of {@link
 * ExportedMessage}.
 *
 * @param number as in {@link NumberedMessage}
 */
public record ToldMessage(
    long number,
    String direction,
    String channel,
    String kind,
    String relationship,
    String lang,
    String team_id,
    LocalDate sent_week,
    LocalDate sent_on,
    String sender_id,
    String recipient_id,
    String archive_id,
    String cluster_id,
    String campaign_id) {}
