package dev.uncanned.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes exports of a few messages, each of which is one of five templates with a few words of its
 * own. Two exports of one owner share the messages of the numbers that they share.
 */
final class SmallExport {

  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
          + "DATE,SUBJECT,CONTENT,FOLDER\n";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\n%s,Owner,,x,1,x\n";
  private static final String[] WORDS =
      ("river stone market yellow seven window garden paper silver ocean letter morning engine"
              + " carpet doctor bridge candle forest travel picture dinner school winter orange")
          .split(" ");

  private SmallExport() {}

  /** Writes the messages {@code from} to {@code to - 1} of an owner, the newest first. */
  static void write(Path folder, String file, String owner, int from, int to) throws IOException {
    write(folder, file, owner, from, to, SmallExport::text);
  }

  /** The same with other texts, by the number of the message. */
  static void write(
      Path folder, String file, String owner, int from, int to, IntFunction<String> text)
      throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = to - 1; i >= from; i--) {
      String them = "Person " + i % 31 + ",https://www.linkedin.com/in/p" + i % 31;
      String us = owner + " Owner,https://www.linkedin.com/in/" + owner;
      rows.append("c").append(owner).append(i % 31).append(",,").append(us).append(',');
      rows.append(them);
      rows.append(String.format(Locale.ROOT, ",2026-09-%02d %02d:07:05 UTC,,", 1 + i / 20, i % 20));
      rows.append(text.apply(i)).append(",INBOX\n");
    }
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "messages.csv", rows.toString());
      put(zip, "Profile.csv", String.format(Locale.ROOT, PROFILE, owner));
    }
  }

  /** The text of a message. */
  static String text(int i) {
    Random template = new Random(i % 5);
    Random own = new Random(1000L + i / 2);
    StringBuilder text = new StringBuilder("Hello");
    for (int word = 0; word < 24; word++) {
      Random from = word % 12 == 5 ? own : template;
      text.append(' ').append(WORDS[from.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
