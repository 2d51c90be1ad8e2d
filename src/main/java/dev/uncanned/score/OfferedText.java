package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/**
 * The columns of a message that tell which offer it carries and to whom.
 *
 * @param template_ref name that a sales tool gives to its template, null without
 * @param cluster_id its template, null for an empty text
 */
public record OfferedText(
    String message_id,
    String text,
    String template_ref,
    String cluster_id,
    List<String> recipient_ids,
    @Packed List<Contact> recipients) {}
