-- CreateTable
CREATE TABLE "journey_step" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "cause" TEXT,

    CONSTRAINT "journey_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "journey_step_contact_id_id_idx" ON "journey_step"("contact_id", "id");

-- AddForeignKey
ALTER TABLE "journey_step" ADD CONSTRAINT "journey_step_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever moves a journey on, the step is recorded: the workflow, a person's decision, a mail.
CREATE FUNCTION record_journey_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO journey_step (contact_id, "from", "to", cause)
  VALUES (NEW.id, OLD.stage, NEW.stage, CASE WHEN NEW.stage = 'closed' THEN NEW.outcome ELSE NEW.next_why END);
  RETURN NULL;
END $$;

CREATE TRIGGER contact_step AFTER UPDATE OF stage ON contact
  FOR EACH ROW WHEN (OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION record_journey_step();
