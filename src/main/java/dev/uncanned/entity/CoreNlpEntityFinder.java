package dev.uncanned.entity;

import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names in English with the three-class model of Stanford CoreNLP.
 *
 * <p>The model is loaded when the first English text comes and shared by all threads of the JVM: it
 * takes some seconds and about 100 MB. An instance holds nothing, so it travels to other machines
 * for free. Of a text longer than {@link #MAX_CHARS} the beginning is read. Names in lower case are
 * mostly missed, names in capitals often.
 */
public final class CoreNlpEntityFinder implements EntityFinder {

  /** Characters of a text that are looked at: a tokenizer was reported to hang on endless ones. */
  public static final int MAX_CHARS = 20_000;

  private static final long serialVersionUID = 1L;
  private static final String ENGLISH = "en";
  private static final String TOKENS = "untokenizable=noneDelete";

  /**
   * The names in an English text.
   *
   * @throws IllegalStateException if the model is not there, damaged or recognises nothing
   */
  @Override
  public FoundEntities find(String text, String lang) {
    if (!ENGLISH.equals(lang)) {
      return null;
    }
    return find(CoreNlpModel.shared(), text);
  }

  /**
   * Loads the model now, so that the first text need not wait for it, and tries it on a known
   * sentence. Whatever is wrong with it is told at the first text.
   *
   * @return whether the model is there and right
   */
  public static boolean prepare() {
    return CoreNlpModel.isRight();
  }

  static FoundEntities find(CoreNlpModel model, String text) {
    List<CoreLabel> tokens = tokens(text);
    List<Entity> entities = new ArrayList<>();
    EntityKind open = null;
    int start = 0;
    int end = 0;
    for (CoreLabel token : model.label(tokens)) {
      EntityKind kind = kind(token.get(AnswerAnnotation.class));
      if (kind != open) {
        add(open, start, end, entities);
        open = kind;
        start = token.beginPosition();
      }
      end = token.endPosition();
    }
    add(open, start, end, entities);
    return new FoundEntities(entities, tokens.size());
  }

  private static List<CoreLabel> tokens(String text) {
    int end = text.length();
    if (end > MAX_CHARS) {
      end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    }
    StringReader reader = new StringReader(text.substring(0, end));
    return new PTBTokenizer<>(reader, new CoreLabelTokenFactory(), TOKENS).tokenize();
  }

  private static void add(EntityKind kind, int start, int end, List<Entity> entities) {
    if (kind != null) {
      entities.add(new Entity(kind, start, end));
    }
  }

  private static EntityKind kind(String label) {
    for (EntityKind kind : EntityKind.values()) {
      if (kind.name().equals(label)) {
        return kind;
      }
    }
    return null;
  }
}
