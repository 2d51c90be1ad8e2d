package dev.uncanned.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the file of a listed name again, also where the name's bytes are no text.
 *
 * <p>File names of Unix are bytes. As text, those that are not valid have U+FFFD for them, and no
 * path that is made from such a text leads to the file; so its folder is searched for the file
 * whose name looks the same. If several look the same, it is the first by bytes.
 */
public final class ListedPath {

  private static final char REPLACEMENT = '\uFFFD';

  private ListedPath() {}

  /**
   * The file of a name.
   *
   * @param root a folder
   * @param name path below it as it was listed, with {@code /} between its parts
   * @return a path that does not exist, if there is no such file
   */
  public static Path of(Path root, String name) {
    if (name.indexOf(REPLACEMENT) < 0) {
      return root.resolve(name);
    }
    Path at = root;
    for (String part : name.split("/")) {
      at = child(at, part);
    }
    return at;
  }

  private static Path child(Path folder, String name) {
    List<Path> same = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (child.getFileName().toString().equals(name)) {
          same.add(child);
        }
      }
    } catch (IOException gone) {
      return missing(folder, name);
    }
    return same.isEmpty() ? missing(folder, name) : Collections.min(same);
  }

  private static Path missing(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException notInThisCharset) {
      return folder.resolve(name.replace(REPLACEMENT, '?'));
    }
  }
}
