package dev.regularizer.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
  private static final String TOKEN = "7d9f8bxk2c.1.3";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void verbAndTokenAreRead(Verb verb) {
    assertEquals(
        new Command.Parsed.Valid(new Command(verb, new Token("7d9f8bxk2c", 1, 3))),
        Command.parse(verb.word() + " " + TOKEN));
  }

  @Test
  void tokenIsWrittenAsItIsRead() {
    assertEquals(TOKEN, Token.find(TOKEN).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abort",
        "abort ",
        " abort 7d9f8bxk2c.1.3",
        "abort  7d9f8bxk2c.1.3",
        "abort 7d9f8bxk2c.1.3 ",
        "abort\t7d9f8bxk2c.1.3",
        "abort 7d9f8bxk2c.1.3\n",
        "Abort 7d9f8bxk2c.1.3",
        "ABORT 7d9f8bxk2c.1.3",
        "rollback 7d9f8bxk2c.1.3",
        "abort 7d9f8bxk2c",
        "abort 7d9f8bxk2c.1",
        "abort 7d9f8bxk2c.1.3.4",
        "abort 7d9f8bxk2.1.3",
        "abort 7d9f8bxk2cc.1.3",
        "abort 7D9F8BXK2C.1.3",
        "abort 7d9f8bxk2a.1.3",
        "abort 7d9f8bxk2c.0.3",
        "abort 7d9f8bxk2c.01.3",
        "abort 7d9f8bxk2c.1.03",
        "abort 7d9f8bxk2c.-1.3",
        "abort 7d9f8bxk2c.1.100",
        "abort 7d9f8bxk2c.9999999999.3",
        "abort ic-7d9f8bxk2c.1.3",
        "abort 7d9f8bxk2c.1.3; promote 7d9f8bxk2c.1.3",
      })
  void nothingIsGuessed(String text) {
    var parsed = Command.parse(text);
    assertTrue(parsed instanceof Command.Parsed.Bad, text);
    var message = ((Command.Parsed.Bad) parsed).problem().message();
    assertTrue(message.startsWith("metadata.annotations[regularizer.dev/command]: found \""), text);
    assertTrue(message.contains("; allowed: "), text);
  }

  @Test
  void badVerbIsToldTheGoodOnes() {
    assertEquals(
        "metadata.annotations[regularizer.dev/command]: found \"rollback\"; allowed: a verb:"
            + " approve, promote, skip, hold, resume, abort, retry; set the annotation to one that"
            + " is",
        ((Command.Parsed.Bad) Command.parse("rollback " + TOKEN)).problem().message());
  }

  @Test
  void nothingThatActsOnATerminalIsRepeated() {
    var text = "abort \u001b[31m\r\nlevel=info\u2028";
    var message = ((Command.Parsed.Bad) Command.parse(text)).problem().message();
    assertTrue(message.chars().allMatch(one -> one >= ' ' && one <= '~'), message);
    var record = CommandRecord.of(text, CommandResult.INVALID, message, NOW);
    assertTrue(record.value().chars().allMatch(one -> one >= ' ' && one <= '~'));
    assertTrue(record.answers(text));
  }

  @Test
  void sameTextIsANewCommandOnceItWasWithdrawn() {
    var record = CommandRecord.of("hold " + TOKEN, CommandResult.DONE, "held", NOW);
    assertTrue(record.answers("hold " + TOKEN));
    assertFalse(record.answers("resume " + TOKEN));
    assertFalse(record.gone().answers("hold " + TOKEN));
  }

  @Test
  void cutTextHasNoHalfCharacters() {
    var text = "a".repeat(CommandRecord.LONGEST_VALUE - 1) + "\uD83D\uDE00";
    var record = CommandRecord.of(text, CommandResult.INVALID, "", NOW);
    assertTrue(record.value().chars().allMatch(one -> one >= ' ' && one <= '~'));
    assertTrue(record.answers(text));
  }

  @Test
  void longTextIsKeptShort() {
    var text = "abort " + "x".repeat(100_000);
    var record = CommandRecord.of(text, CommandResult.INVALID, "", NOW);
    assertEquals(CommandRecord.LONGEST_VALUE, record.value().length());
    assertTrue(record.answers(text));
    assertTrue(((Command.Parsed.Bad) Command.parse(text)).problem().message().length() < 400);
  }
}
