package dev.regularizer.core.state;

import dev.regularizer.core.spec.Approval;
import java.util.EnumSet;
import java.util.Set;

/**
 * The revision on trial, and what people ordered about it. Orders lie here, on the object whose
 * annotation gave them: one write takes both or neither.
 *
 * @param attempt number of the attempt that is meant; it begins on the revision after this pointer
 *     is written
 * @param held whether nothing may rise or be promoted until `resume`
 * @param approved approvals given to this attempt
 * @param standstill time that does not count towards progressDeadline
 */
public record CandidatePointer(
    String revision, int attempt, boolean held, Set<Approval> approved, Standstill standstill) {
  public CandidatePointer {
    approved = Set.copyOf(approved);
  }

  /** A revision nobody ordered anything about. */
  public CandidatePointer(String revision, int attempt) {
    this(revision, attempt, false, Set.of(), Standstill.NONE);
  }

  /** The pointer to the next attempt: what held the revision goes on, what was approved is void. */
  public CandidatePointer next(int number) {
    return new CandidatePointer(revision, number, held, Set.of(), Standstill.NONE);
  }

  public CandidatePointer withHeld(boolean now) {
    return new CandidatePointer(revision, attempt, now, approved, standstill);
  }

  public CandidatePointer withStandstill(Standstill now) {
    return new CandidatePointer(revision, attempt, held, approved, now);
  }

  /** With one approval more. */
  public CandidatePointer approving(Approval given) {
    var all = EnumSet.of(given);
    all.addAll(approved);
    return new CandidatePointer(revision, attempt, held, all, standstill);
  }
}
