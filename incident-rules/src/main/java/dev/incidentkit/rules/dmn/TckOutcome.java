package dev.incidentkit.rules.dmn;

/**
 * What came of one expected result of a test case.
 *
 * @param testCase the id of the case
 * @param decision the decision that was asked
 * @param passed whether the result is the expected one
 * @param message expected and actual result, or why there is none; for a person
 */
public record TckOutcome(String testCase, String decision, boolean passed, String message) {}
