package io.schedulec.analysis;

import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads schedules as text. */
public final class Sources {
  private Sources() {}

  /**
   * The text of a file.
   *
   * @param name what to call it
   * @throws UnusableFileException if it cannot be read or is not UTF-8
   */
  public static SourceFile read(String name, Path file) {
    return decode(name, bytes(name, file));
  }

  /**
   * What a file holds.
   *
   * @param name what to call it
   * @throws UnusableFileException if it cannot be read
   */
  public static byte[] bytes(String name, Path file) {
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(name + " is a directory");
    }
    if (!Files.exists(file)) {
      throw new UnusableFileException(name + " does not exist");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableFileException(name + " cannot be read: " + reason(e));
    }
  }

  /** Why a file cannot be read, to follow a colon. */
  static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  /**
   * The text of some bytes.
   *
   * @throws UnusableFileException if they are not UTF-8; says where
   */
  public static SourceFile decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    SourceFile text = SourceFile.of(name, out.flip().toString());
    if (result.isError()) {
      var at = text.position(text.text().length());
      throw new UnusableFileException(
          name
              + ":"
              + at.line()
              + ":"
              + at.column()
              + ": not UTF-8 text (byte 0x"
              + Integer.toHexString(bytes[in.position()] & 0xff)
              + " at offset "
              + in.position()
              + ")");
    }
    return text;
  }
}
