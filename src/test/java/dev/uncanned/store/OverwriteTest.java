package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.store.CrashDisk.Crash;
import dev.uncanned.store.CrashDisk.Loss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same crashes for the usual way, which deletes the folder of a table and writes it anew: to
 * know that they do harm where nothing guards against them.
 */
class OverwriteTest {

  private static final Path TABLE = Path.of("/table");
  private static final List<String> FILES = List.of("part-0.parquet", "part-1.parquet");

  private static void overwrite(CrashDisk disk, String label) throws IOException {
    new FileTree(disk).delete(TABLE);
    disk.createFolder(TABLE);
    for (String file : FILES) {
      disk.write(TABLE.resolve(file), content(label));
    }
  }

  private static byte[] content(String label) {
    return label.repeat(9).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(CrashDisk disk, String label) throws IOException {
    for (String file : FILES) {
      Path path = TABLE.resolve(file);
      if (!disk.exists(path) || !Arrays.equals(disk.read(path).readAllBytes(), content(label))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void overwritingInPlaceLosesTheTableAtMostCrashes() throws IOException {
    CrashDisk before = new CrashDisk();
    overwrite(before, "old");
    CrashDisk whole = before.left(Loss.NOTHING);
    overwrite(whole, "new");
    int states = 0;
    int lost = 0;
    for (int at = 1; at <= whole.operations(); at++) {
      CrashDisk disk = before.left(Loss.NOTHING).stopAt(at);
      try {
        overwrite(disk, "new");
      } catch (Crash stopped) {
        for (Loss loss : Loss.values()) {
          CrashDisk left = disk.left(loss);
          states++;
          lost += isWhole(left, "old") || isWhole(left, "new") ? 0 : 1;
        }
      }
    }
    assertThat(states).isEqualTo(whole.operations() * Loss.values().length);
    assertThat(lost).isGreaterThan(states / 2);
    System.out.println("overwriting in place loses the table in " + lost + " of " + states);
  }
}
