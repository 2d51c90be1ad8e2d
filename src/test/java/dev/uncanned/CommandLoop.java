package dev.uncanned;

import dev.uncanned.cli.Uncanned;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.util.Utils$;
import picocli.CommandLine;

/** Carries out the command lines that stand on its input, one after the other, in one JVM. */
public final class CommandLoop {

  private CommandLoop() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    try (DataOutputStream out = new DataOutputStream(System.out)) {
      System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
      while (true) {
        String[] next = new String[in.readInt()];
        for (int i = 0; i < next.length; i++) {
          next[i] = in.readUTF();
        }
        answer(next, out);
      }
    } catch (EOFException end) {
      System.exit(0);
    }
  }

  private static void answer(String[] arguments, DataOutputStream out) throws IOException {
    StringWriter result = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine line = Uncanned.commandLine();
    line.setOut(new PrintWriter(result, true));
    line.setErr(new PrintWriter(errors, true));
    out.writeInt(line.execute(arguments));
    // Spark keeps the scratch folder of the first session for all of a process.
    Utils$.MODULE$.clearLocalRootDirs();
    write(result, out);
    write(errors, out);
    out.flush();
  }

  private static void write(StringWriter text, DataOutputStream out) throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
