package dev.uncanned.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tells readers where the newest generation is: the link {@code current} and the file {@code
 * CURRENT.json}. Both are derived from the newest manifest and replaced at once.
 */
final class Hints {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String NEXT_LINK = ".current-next";
  private static final String NEXT_FILE = ".CURRENT-next.json";

  private final Disk disk;
  private final Path root;

  Hints(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  Path link() {
    return root.resolve("current");
  }

  Path file() {
    return root.resolve("CURRENT.json");
  }

  /** Whether both hints name this generation. */
  boolean agree(Manifest manifest) throws IOException {
    return linkAgrees(manifest) && fileAgrees(manifest);
  }

  /** Sets right what does not name this generation. */
  void point(Manifest manifest) throws IOException {
    boolean link = !linkAgrees(manifest);
    boolean file = !fileAgrees(manifest);
    if (file) {
      Path next = fresh(NEXT_FILE);
      disk.write(next, content(manifest));
      disk.force(next);
      disk.move(next, file());
    }
    if (link) {
      Path next = fresh(NEXT_LINK);
      disk.symbolicLink(next, target(manifest));
      disk.move(next, link());
    }
    if (file || link) {
      disk.forceFolder(root);
    }
  }

  /** Removes what a crash left between writing a hint and giving it its name. */
  void removeTemporaries() throws IOException {
    fresh(NEXT_FILE);
    fresh(NEXT_LINK);
  }

  private Path fresh(String name) throws IOException {
    Path next = root.resolve(name);
    if (disk.exists(next)) {
      disk.delete(next);
    }
    return next;
  }

  private boolean linkAgrees(Manifest manifest) throws IOException {
    return disk.target(link()).equals(Optional.of(target(manifest)));
  }

  private boolean fileAgrees(Manifest manifest) throws IOException {
    if (!disk.exists(file())) {
      return false;
    }
    try (InputStream in = disk.read(file())) {
      return Arrays.equals(in.readAllBytes(), content(manifest));
    }
  }

  private Path target(Manifest manifest) {
    return root.getFileSystem().getPath(Store.RUNS, manifest.run_folder());
  }

  private byte[] content(Manifest manifest) throws JsonProcessingException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("generation", manifest.generation());
    content.put("run_id", manifest.run_id());
    content.put("folder", Store.RUNS + "/" + manifest.run_folder());
    content.put("manifest_sha256", manifest.sha256());
    return JSON.writeValueAsBytes(content);
  }
}
