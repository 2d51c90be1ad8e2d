package dev.uncanned.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.sequences.SeqClassifierFlags;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * The loaded model, one for each JVM.
 *
 * <p>Older models learned lower-case words while they read, so that results depended on the order
 * of the texts; the number of such words is set to 0, and the model is thread-safe and pure then.
 */
final class CoreNlpModel {

  static final String RESOURCE =
      "/edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private static final String KNOWN_TEXT =
      "Angela Merkel spoke with engineers of Siemens in Berlin on Tuesday.";
  private static final List<Entity> KNOWN =
      List.of(
          new Entity(EntityKind.PERSON, 0, 13),
          new Entity(EntityKind.ORGANIZATION, 38, 45),
          new Entity(EntityKind.LOCATION, 49, 55));
  private static final int BUFFER = 1 << 16;

  private final CRFClassifier<CoreLabel> classifier;

  private CoreNlpModel(CRFClassifier<CoreLabel> classifier) {
    this.classifier = classifier;
  }

  /**
   * The model of this JVM, loaded at the first call.
   *
   * @throws IllegalStateException if it is not there, damaged or recognises nothing
   */
  static CoreNlpModel shared() {
    if (Holder.FAILURE != null) {
      throw new IllegalStateException(Holder.FAILURE.getMessage(), Holder.FAILURE);
    }
    return Holder.MODEL;
  }

  /** Whether the model of this JVM, loaded at the first call, is there and right. */
  static boolean isRight() {
    return Holder.FAILURE == null;
  }

  /** The tokens with what each of them names; an empty list gives an empty one. */
  List<CoreLabel> label(List<CoreLabel> tokens) {
    // Not classify(), which answers "no name" for all tokens that do not come from its own reader.
    return tokens.isEmpty() ? tokens : classifier.classifySentence(tokens);
  }

  /**
   * Reads a model and tries it.
   *
   * @throws IllegalStateException if it is not there, damaged or recognises nothing
   */
  static CoreNlpModel load(String resource) {
    try (InputStream packed = CoreNlpModel.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException(
            "the model of names is not on the class path: " + resource + "; build with ./mvnw");
      }
      Properties properties = new Properties();
      properties.setProperty("maxAdditionalKnownLCWords", "0");
      CRFClassifier<CoreLabel> classifier = new CRFClassifier<>(new SeqClassifierFlags());
      InputStream unpacked = new GZIPInputStream(packed, BUFFER);
      classifier.loadClassifier(
          new ObjectInputStream(new BufferedInputStream(unpacked, BUFFER)), properties);
      CoreNlpModel model = new CoreNlpModel(classifier);
      model.check();
      return model;
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      throw new IllegalStateException("the model of names cannot be read: " + resource, e);
    }
  }

  private void check() {
    List<Entity> found = CoreNlpEntityFinder.find(this, KNOWN_TEXT).entities();
    if (!found.equals(KNOWN)) {
      throw new IllegalStateException(
          "the model of names does not recognise its trial sentence; set entities.enabled: false");
    }
  }

  /** Filled once, when first touched; a failure is kept, since a class is initialised only once. */
  private static final class Holder {

    private static final CoreNlpModel MODEL;
    private static final IllegalStateException FAILURE;

    static {
      CoreNlpModel model = null;
      IllegalStateException failure = null;
      try {
        model = load(RESOURCE);
      } catch (IllegalStateException e) {
        failure = e;
      }
      MODEL = model;
      FAILURE = failure;
    }

    private Holder() {}
  }
}
