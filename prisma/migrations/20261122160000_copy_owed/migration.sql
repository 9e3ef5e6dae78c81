-- Who sees to the copy of a sent mail holds it until then, so that no two put it into Sent.
ALTER TABLE "send" ADD COLUMN "sent_copy_held_until" TIMESTAMPTZ(3);
