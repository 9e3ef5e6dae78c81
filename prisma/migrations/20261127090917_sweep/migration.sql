-- CreateTable
CREATE TABLE "sweep_finding" (
    "what" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),

    CONSTRAINT "sweep_finding_pkey" PRIMARY KEY ("what","subject_id")
);
