package dev.uncanned.template;

import java.util.List;

/**
 * A template with the texts it was made from.
 *
 * @param template what is kept
 * @param given the skeleton with the alternatives and optional blocks that more than one message
 *     has, whoever got them, and merge fields as placeholders; for use beside the messages only
 * @param words words and placeholders of the skeleton in order; the members' gaps lie between them
 * @param members the sampled texts, the medoid first, the others by fingerprint
 */
public record AlignedTemplate(
    Template template, String given, List<String> words, List<AlignedMember> members) {

  public AlignedTemplate {
    words = List.copyOf(words);
    members = List.copyOf(members);
  }
}
