package dev.uncanned.entity;

import java.util.List;

/**
 * The names in one text.
 *
 * @param entities in the order of the text, not overlapping
 * @param tokens_n how many words and punctuation marks were looked at
 */
public record FoundEntities(List<Entity> entities, int tokens_n) {

  public FoundEntities {
    entities = List.copyOf(entities);
  }
}
