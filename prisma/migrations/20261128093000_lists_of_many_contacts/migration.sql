-- Of many contacts in one list these answer alone, without the rows: how many there are, at which stage, at which companies.
CREATE INDEX "contact_listed_name_idx" ON "contact"("user_id", "name", "id") WHERE (removed_at IS NULL);
CREATE INDEX "contact_listed_company_idx" ON "contact"("user_id", "company") WHERE (removed_at IS NULL);
CREATE INDEX "contact_listed_stage_idx" ON "contact"("user_id", "stage") WHERE (removed_at IS NULL);
CREATE INDEX "contact_held_idx" ON "contact"("user_id") WHERE (removed_at IS NULL AND (paused_at IS NOT NULL OR snoozed_until IS NOT NULL));
CREATE INDEX "contact_labelled_idx" ON "contact"("user_id") WHERE (removed_at IS NULL AND labels <> '{}');

-- The last mails to a domain, for answers of colleagues. It takes the place of contact_domain.
CREATE INDEX "draft_domain" ON "draft"(split_part("to", '@', 2), "created_at");
DROP INDEX "contact_domain";
