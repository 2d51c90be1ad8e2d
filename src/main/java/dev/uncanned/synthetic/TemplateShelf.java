package dev.uncanned.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fixed texts that come with the program, by the use they are made of. */
final class TemplateShelf {

  final List<TemplateText> blast = load("blast");
  final List<TemplateText> merge = load("merge");
  final List<TemplateText> semi = load("semi");
  final List<TemplateText> spintax = load("spintax");
  final List<TemplateText> invite = load("invite");
  final List<TemplateText> followUp = load("follow-up");
  final List<TemplateText> inbound = load("inbound");
  final List<TemplateText> oneTap = load("one-tap");
  final List<TemplateText> autoReply = load("auto-reply");
  final List<TemplateText> sponsored = load("sponsored");

  private static List<TemplateText> load(String name) {
    String path = "/synthetic/" + name + ".txt";
    try (InputStream in = TemplateShelf.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + path);
      }
      return TemplateText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + path, e);
    }
  }
}
