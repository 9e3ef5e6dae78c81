-- DropIndex
DROP INDEX "contact_user_id_stage_idx";

-- CreateIndex
CREATE INDEX "contact_user_id_stage_next_at_id_idx" ON "contact"("user_id", "stage", "next_at", "id" DESC);

-- CreateIndex
CREATE INDEX "contact_upcoming_idx" ON "contact"("user_id", "next_at") WHERE (next_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "contact_due_idx" ON "contact"("next_at") WHERE (stage <> 'closed' AND removed_at IS NULL);

-- CreateIndex
CREATE INDEX "contact_not_looked_back_idx" ON "contact"("mailbox_id") WHERE (looked_back_at IS NULL);

-- CreateIndex
CREATE INDEX "message_needs_you_idx" ON "message"("contact_id") WHERE (direction = 'in' AND state = 'needs_you');

-- CreateIndex
CREATE INDEX "outbox_delivered_at_idx" ON "outbox" USING BRIN ("delivered_at");

-- CreateIndex
CREATE INDEX "send_copy_owed_idx" ON "send"("mailbox_id", "sent_copy_held_until") WHERE (sent_copy_at IS NULL);

-- Who else at a company is being asked.
CREATE INDEX "contact_company_idx" ON "contact"("user_id", lower("company")) WHERE (outcome IS NULL);
