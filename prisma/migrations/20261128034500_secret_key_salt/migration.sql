-- The salt is there before anything can be sealed with it.
ALTER TABLE "secret_key_check" ADD COLUMN "salt" UUID NOT NULL DEFAULT gen_random_uuid(),
    ALTER COLUMN "sealed" DROP NOT NULL;
