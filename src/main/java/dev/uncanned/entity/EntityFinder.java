package dev.uncanned.entity;

import java.io.Serializable;

/** Finds the names in a text; the same text always gives the same names, in any order of texts. */
@FunctionalInterface
public interface EntityFinder extends Serializable {

  /** Reads nothing: for runs without entities. */
  EntityFinder NONE = (text, lang) -> null;

  /**
   * The names in a text.
   *
   * @param text as it was sent, upper and lower case matter
   * @param lang ISO 639-1 code of its language, null if unknown
   * @return null for a language that the finder does not read
   */
  FoundEntities find(String text, String lang);
}
