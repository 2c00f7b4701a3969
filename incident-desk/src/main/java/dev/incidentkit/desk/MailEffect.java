package dev.incidentkit.desk;

/** What became of a mail. */
public enum MailEffect {
    /** It began an incident. */
    OPENED,

    /** It is a message on the incident that it answers. */
    ANSWERED,

    /** It answers an incident that has ended, and began one that follows it. */
    FOLLOWED,

    /** A program sent it: it is a note on the incident that it answers, and nothing follows from it. */
    NOTED,

    /** A program sent it, and it answers nothing: it is left out, so that programs do not report to each other. */
    LEFT_OUT,

    /** It was taken before. */
    REPEATED
}
