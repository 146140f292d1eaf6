package dev.regularizer.controller.command;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads from and prints to. */
public record Console(InputStream in, PrintStream out, PrintStream err) {}
